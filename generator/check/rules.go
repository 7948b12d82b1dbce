package check

// Rules lists every rule by its code.
var Rules = []*Rule{
	invalidConfig, invalidFrontMatter, misspeltField, unknownField, missingField, invalidValue, invalidEncoding, unknownParameter,
	unresolvedTemplate, unfilledPlaceholder, vanishedHTML, suspiciousCharacter, unreadFile,

	duplicateID, invalidID,

	unknownCriterion, headingAsCriterion, outOfScopeCriterion, unknownRecord, wrongKind, brokenLink, brokenAnchor, emptyLink,

	uncoveredCriterion, controlWithoutCriterion, controlWithoutPolicy, controlWithoutEvidence, missingOccurrence, missingDescription,
	carveOutWithoutCSOC, subserviceWithoutMonitoring, inclusiveWithoutAssertion, commitmentWithoutControl, cuecWithoutCriterion,
	duplicateStatement, type2WithoutChanges, policyVersionGap, missingStatement,

	reviewOverdue, effectiveBeforeApproval, changedSinceApproval, unboundApproval, unattributedApproval, approverIsAuthor, versionNotRaised,
	evidenceMissingFile, evidenceDigestMismatch, evidenceOutsidePeriod, evidenceRowCount, evidenceWithoutProvenance,
	imageWithoutFacts, testString, undeclaredPersonalData, vendorReportStale, missingTranslation, unusedWaiver, expiredWaiver, shallowHistory,
	expiredDisclosure, disclosureBeforeNDA, disclosureDigestMismatch, secretInEvidence,
	requestOverdue, requestWithoutAnswer, itemOutsidePopulation,

	forbiddenClaim, looseClaim, reportClaimWithoutReport, staleReport, impossibleReport, publicRefersToPrivate, auditorOwnedText, secretInContent,
	unmeasurableClaim, shortNotice, expiredSecurityTxt, lowContrast, unsafeSVG, documentDigestMismatch, documentMissingFile, expiredDocument,
	privateFile,

	unsafePath, pathCollision, releaseMissingArchive, releaseDigestMismatch, releaseUnreadableArchive, duplicateRelease, archiveWithoutRelease,
}
