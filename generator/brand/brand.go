// Package brand owns how a company's own look is taken in: which colours can be read on what lies behind them, and a logo, drawn
// anew from what it shows and nothing else.
//
// It refuses to choose colours and places, which are a theme's, and it lets through nothing of a picture that cannot be seen:
// no names of people and programs, no script, no way to another host. A picture that would look different without what is
// refused is not accepted at all.
package brand
