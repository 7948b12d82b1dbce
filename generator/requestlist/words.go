package requestlist

import "slices"

// types and states are what their words mean, folded.
var types = map[string][]string{
	"population": {"population", "populations", "populationlisting", "fullpopulation", "listing", "list", "fulllisting", "register", "lista", "förteckning"},
	"sample":     {"sample", "samples", "sampling", "sampleselection", "selection", "selections", "selecteditems", "stickprov", "urval"},
	"config": {"config", "configuration", "configurations", "systemconfiguration", "systemsetting", "systemsettings", "setting", "settings", "screenshot", "konfiguration", "inställning",
		"inställningar", "skärmbild"},
	"document": {"document", "documents", "documentation", "doc", "policy", "policies", "policyprocedure", "procedure", "report", "contract", "dokument", "dokumentation", "rapport", "avtal"},
	"observation": {"observation", "observations", "walkthrough", "walkthroughs", "inquiry", "interview", "meeting", "demonstration", "genomgång", "intervju", "iakttagelse", "möte",
		"inquiryobservation", "observationinquiry", "walkthroughobservation"},
}

var states = map[string][]string{
	"open": {"open", "outstanding", "requested", "notstarted", "new", "pending", "inprogress", "inprocess", "overdue", "notreceived", "awaitingclient", "withclient", "todo", "öppen", "begärd",
		"utestående", "pågår", "pågående", "ejpåbörjad", "ejmottagen", "ny", "försenad"},
	"answered": {"answered", "submitted", "provided", "uploaded", "received", "delivered", "underreview", "inreview", "readyforreview", "withauditor", "besvarad", "inskickad", "mottagen",
		"mottaget", "levererad", "undergranskning"},
	"returned": {"returned", "rejected", "incomplete", "followup", "followupneeded", "followuprequired", "followuprequested", "additionalinformationneeded", "additionalinformationrequired",
		"additionalinformationrequested", "moreinformationneeded", "moreinformationrequired", "partial", "partiallyreceived", "komplettering", "kompletteras", "kompletteringkrävs", "ofullständig",
		"delvismottagen", "återsänd"},
	"closed":    {"closed", "complete", "completed", "done", "accepted", "cleared", "resolved", "finished", "klar", "klart", "stängd", "avslutad", "godtagen"},
	"withdrawn": {"withdrawn", "cancelled", "canceled", "removed", "notapplicable", "na", "nolongerneeded", "notneeded", "utgår", "återkallad", "struken", "ejtillämplig", "ejaktuell"},
}

// TypeOf returns what kind of answer a word asks for, in our word for it, or "".
func TypeOf(word string) string { return meaning(types, word) }

// StatusOf returns how a request stands by a word of a list, in our word for it, or "".
func StatusOf(word string) string { return meaning(states, word) }

func meaning(words map[string][]string, word string) string {
	folded := Fold(word)
	for ours, theirs := range words {
		if slices.Contains(theirs, folded) {
			return ours
		}
	}
	return ""
}
