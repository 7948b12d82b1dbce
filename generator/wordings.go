package generator

import (
	"encoding/json"
	"io/fs"

	"trustpress/generator/audience"
	"trustpress/generator/output"
	"trustpress/generator/trace"
)

// examiner is the reader of the bundle, who gets the texts of released versions too.
func examiner(fsys fs.FS, e *audience.Edition, cache *output.Cache) *audience.Auditor {
	a := audience.ForAuditor(e)
	a.Older = wordings(fsys, e, cache)
	return a
}

// wordings returns how policies of an edition read in released versions, for the auditor: nothing is withheld. A version is compiled, and let
// go again, where an earlier build has not kept what is asked of it.
func wordings(fsys fs.FS, e *audience.Edition, cache *output.Cache) audience.Older {
	return func(in *trace.Version, ids []string) (map[string]audience.Wording, error) {
		key := func(id string) string { return cache.Key("wording", in.SHA256, id) }
		out, missing := map[string]audience.Wording{}, []string(nil)
		for _, id := range ids {
			var known audience.Wording
			if text, ok := cache.Get(key(id)); ok && json.Unmarshal(text, &known) == nil {
				out[id] = known
			} else {
				missing = append(missing, id)
			}
		}
		if len(missing) == 0 {
			return out, nil
		}
		edition, archive, err := unpacked(fsys, e, in)
		if err != nil {
			return nil, err
		}
		for id, text := range audience.ForAuditor(edition).Wordings(archive, missing) {
			out[id] = text
			packed, err := json.Marshal(text)
			if err != nil {
				return nil, err
			}
			cache.Put(key(id), packed)
		}
		return out, nil
	}
}
