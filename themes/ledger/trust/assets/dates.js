// A page that nobody rebuilds says by itself that a day has passed. Without a script the day is there to read.
for (const told of document.querySelectorAll("[data-after]"))
	if (new Date().toISOString().slice(0, 10) > told.dataset.after) {
		told.textContent = told.dataset.then;
		told.classList.add("past");
	}
