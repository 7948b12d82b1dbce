package wording_test

import (
	"slices"
	"testing"

	"trustpress/generator/wording"
)

// handed are texts for the service auditor that say what is hers to say, or what nobody can measure, by the rule that says so first.
var handed = map[string][]string{
	"L26": {
		"In our opinion, the controls were suitably designed.", "In our opinion, in all material respects, the description presents the system.", "In our professional opinion the controls operated effectively.",
		"The control operated effectively.", "AC-02 operated effectively throughout the period.", "Controls have operated effectively since May.", "All controls were operating effectively.", "The controls are effective.",
		"The control is operating effectively, as in earlier years.", "The controls were suitably designed and implemented.", "Our auditor confirmed that the controls work.", "The service auditor concluded that the controls meet the criteria.",
		"We received an unqualified opinion.", "The opinion is unmodified.", "We passed the audit.", "Nordan passed its annual audit.", "The audit was passed.", "We passed our 2026 SOC 2 audit",
		"We believe that the evidence we have obtained is sufficient.", "Enligt vår uppfattning är kontrollerna ändamålsenligt utformade.", "Enligt vår uppfattning fungerar kontrollerna.", "Kontrollerna har fungerat effektivt under perioden.",
		"Kontrollen är effektiv.", "Kontrollerna var ändamålsenligt utformade.", "Vi klarade revisionen.", "Revisionen är godkänd.", "Ett uttalande utan reservation lämnades.", "Revisorn har bekräftat att kontrollerna fungerar.",
		"En ren revisionsberättelse", "The auditors accepted our controls.", "Revisorn har godkänt våra kontroller.", "We had a clean audit.", "Our opinion is that controls are effective.",
	},
	"L27": {
		"No exceptions noted.", "No exceptions were noted.", "No exceptions", "AC-02 | Inspected the review | No exceptions noted", "We inspected a sample of 25 and noted no exceptions.", "without any exceptions noted", "Zero deviations identified",
		"We inspected a sample of 25 changes.", "We tested a random sample of 25 leavers.", "We tested the controls.", "We have tested the operating effectiveness of access control.", "We tested AC-02.",
		"Inspected the access review to determine whether it was signed.", "Inspected the tickets for a sample of 25 changes.", "Inquired of management.", "Inquired of the security lead, who said so.", "For a sample of 25 leavers, inspected the case.",
		"AC-02 | Inspected the list to determine that it is signed", "Tests of controls: see below", "Tests of controls", "Results of tests", "Test of design: walkthrough", "Auditor's conclusion: effective", "Test result: pass", "Control test: passed",
		"Result: test passed, testing: satisfactory", "The audit noted no exceptions.", "Our examination of the controls revealed no deviations.", "Our auditor tested the controls.",
		"Vi har testat kontrollen.", "Vi har testat kontrollerna.", "Vi testade ett stickprov om 25.", "Vi har granskat ett urval om 25 ändringar.", "Inga avvikelser noterades.", "Inga avvikelser har noterats.", "Vi noterade inga avvikelser.",
		"Granskningen visade inga avvikelser.", "Granskningen av behörigheter visade inte på några avvikelser.", "Inga avvikelser", "Granskningsåtgärder: inspektion", "Revisorns slutsats: godkänd", "Testresultat: godkänt", "Tester av kontroller",
		"Inspekterade listan för att bedöma om den är signerad.", "Inga anmärkningar framkom.", "Exceptions noted: none", "AC-02 was tested without exception.", "Result: no exceptions", "Noterade avvikelser: inga", "Ｎｏ exceptions\u00a0noted", "no excep\u00adtions noted",
	},
	"L28": {
		"The service is fully compliant with ISO 27001.", "We comply with the GDPR.", "The system meets all SOC 2 criteria.", "We are ISO 27001 compliant.", "The platform complies with all requirements of NIS2.", "All requirements of ISO 27001 are met.",
		"in full compliance with the Trust Services Criteria", "Tjänsten uppfyller alla krav i ISO 27001.", "Vi efterlever GDPR.", "Systemet uppfyller Trust Services Criteria.",
	},
	"L13": {"The service is world-leading.", "The world's best ledger", "the most respected ledger", "bank-grade encryption", "We guarantee that nothing is lost.", "Världens bästa bokföring", "100 % secure"},
}

func TestWhatIsHandedIsFound(t *testing.T) {
	for rule, texts := range handed {
		for _, text := range texts {
			found := wording.FindHanded(text)
			if !slices.ContainsFunc(found, func(m wording.Match) bool { return m.Rule == rule }) {
				t.Errorf("%s is not found in %q: %s", rule, text, listed(text, found))
			}
			if len(found) > 2 {
				t.Errorf("%q: %s", text, listed(text, found))
			}
		}
	}
}

// own are sentences in which a company tells of its own work, its plans and the reports that there are.
var own = []string{
	"A restore test is carried out every quarter.", "Internal audit tested AC-02 and noted one deficiency.", "Internal audit tested AC-02 and noted no exceptions.", "We test backups.", "We tested the restore on 3 March, and all 14 databases came back.",
	"The security lead inspects a sample of ten changes every month.", "Each quarter a sample of 25 tickets is read again.", "Test results of the recovery exercise", "Restore test, result: passed", "The nightly reconciliation showed no deviations.",
	"The service auditor tests the controls and gives an opinion.", "In our opinion the risk is low.", "There are no exceptions to this rule.", "No exceptions have been granted.", "As in information security, exceptions are decided by the security lead.",
	"The control is effective from 1 May 2026.", "Management evaluates whether controls operate effectively.", "The lead checks each month whether the control was operating effectively.", "The commitments can be kept only if the controls of user entities are suitably designed and operate effectively.",
	"We assume that complementary controls are suitably designed.", "It is monitored that controls are effective.", "AC-07 was not carried out in July.", "The control did not operate effectively in July.", "The control did not operate in the period.", "There was no occasion for the control in the period.",
	"The report for 2024–2025 gives an unmodified opinion.", "The vendor's report notes no exceptions.", "The SOC 2 report of Fjordhall has an unqualified opinion.", "The 2025 report noted no exceptions for this control.", "The exception noted by the service auditor came from a late case.",
	"The auditor noted one exception.", "The opinion is unmodified, and the report names one exception.", "Exceptions: none", "Accounts outside the rule: none", "The phrase “no exceptions noted” is the auditor's.", "Write " + wording.Code + "no exceptions noted" + wording.EndCode + " nowhere.", "We do not write that controls operated effectively.", "Are the controls effective?",
	"The accounts were compared; three were closed.", "All 212 accounts were reviewed; no difference was found.", "We examined three vendors and chose one.", "The fix was tested in the trial environment.", "The password must pass the test.", "The change passed all tests.",
	"Staff who passed the exam may act in production.", "Elected auditors of the cooperative read the ledger.", "Access is effective immediately.", "Effective controls are described in DC 5.", "The vendor complies with the GDPR.", "The head of GDPR compliance answers.", "The system is designed to meet the criteria of SOC 2.",
	"Vendors must comply with the GDPR.", "Under the GDPR a cooperative is the controller.", "We follow ISO 27001 for the list of assets.", "Personal data is handled as Article 28 of the GDPR says.",
	"Ett återläsningstest görs varje kvartal.", "Internrevisionen testade AC-02 och noterade en brist.", "Internrevisionen noterade inga avvikelser.", "Vi testar säkerhetskopior.", "Vi har testat återläsningen.", "Avstämningen visade inga avvikelser.", "Åtkomstgranskningen visade inga avvikelser mot listan.",
	"Kodgranskningen är godkänd innan ändringen slås ihop.", "När granskningen är godkänd slås ändringen ihop.", "Enligt vår uppfattning är risken låg.", "Inga undantag har beviljats.", "Kontrollen fungerade inte i juli.", "Ledningen bedömer om kontrollerna är effektiva.", "Kontrollen utformas så att den är effektiv.",
	"Revisorn noterade en avvikelse.", "Rapporten för 2025 innehåller ett uttalande utan modifiering.", "Leverantörens rapport visar inga avvikelser.", "Leverantörer ska följa GDPR.", "Personuppgifter behandlas enligt artikel 28 i GDPR.", "Varje ändring testas innan den släpps.",
	"The elevator is a state secret.", "Each employee is responsible for the most sensitive data.", "The procedure ensures that leavers lose their access.",
}

func TestOwnWorkPasses(t *testing.T) {
	for _, text := range own {
		if found := wording.FindHanded(text); len(found) > 0 {
			t.Errorf("%q: %s", text, listed(text, found))
		}
	}
}

// What management asserts, and what is told of a vendor, depends on the record that it stands in.
func TestWhatARecordDecides(t *testing.T) {
	for text, want := range map[string]wording.Condition{
		"The controls operated effectively throughout the period.": wording.Unasserted, "The controls were suitably designed.": wording.Unasserted, "Kontrollerna var ändamålsenligt utformade.": wording.Unasserted,
		"The opinion is unqualified.": wording.Ours, "It passed its audit.": wording.Ours, "The service is fully compliant with ISO 27001.": wording.Ours,
		"In our opinion the controls were suitably designed.": wording.Always, "No exceptions noted.": wording.Always,
	} {
		if found := wording.FindHanded(text); len(found) != 1 || found[0].If != want {
			t.Errorf("%q: %+v, want the condition %d", text, found, want)
		}
	}
}
