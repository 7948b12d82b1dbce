package main

import (
	"fmt"

	"trustpress/generator/collect"
	"trustpress/generator/diag"
)

// ask asks for what no flag said.
func (a *adding) ask(d *collect.Draft) error {
	person, err := newAsker()
	if err != nil {
		return nil // nobody can be asked
	}
	defer person.Close()
	if _, more := d.Next(); more {
		fmt.Fprintln(person.out, "Empty keeps what stands in brackets, - leaves it open, ctrl-C writes nothing.")
		if why := d.Lasting(); why != "" && !a.yes {
			fmt.Fprintln(person.out, diag.Visible(why))
		}
	}
	for {
		q, more := d.Next()
		if !more {
			return a.lasting(d, person)
		}
		text, err := person.ask(q.Asks, q.Proposal)
		if err != nil {
			return err
		}
		if err := d.Answer(q, text); err != nil {
			person.refuse(err)
		}
	}
}

// lasting asks whether git is to hold personal data.
func (a *adding) lasting(d *collect.Draft, person *asker) error {
	why := d.Lasting()
	if why == "" || a.yes {
		return nil
	}
	fmt.Fprintln(person.out, diag.Visible(why))
	answer, err := person.ask("record it all the same: yes or no", "no")
	a.yes, _ = collect.YesOrNo(answer)
	return err
}
