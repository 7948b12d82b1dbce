// A page that nobody rebuilds says by itself that a day has passed. Without a script the day is there to read.
for (const told of document.querySelectorAll("[data-after]"))
	if (new Date().toISOString().slice(0, 10) > told.dataset.after) {
		told.replaceChildren(...told.dataset.then.split(/(\d{4}-\d\d-\d\d)/).map(kept));
		told.classList.add("past");
	}

// Every other part is a day, which stays in one line.
function kept(part, i) {
	if (i % 2 === 0) return part;
	const day = document.createElement("time");
	day.textContent = part;
	return day;
}
