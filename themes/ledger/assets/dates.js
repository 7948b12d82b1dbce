// A page that nobody rebuilds says by itself that a day has passed. Without a script the day is there to read.
const today = new Date().toISOString().slice(0, 10);
for (const e of document.querySelectorAll("[data-after]"))
	if (today > e.dataset.after) {
		e.textContent = e.dataset.then;
		e.classList.add("past");
	}
