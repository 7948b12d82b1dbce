package generator_test

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// trustBytes renders the trust center of an edition into one text.
func trustBytes(t *testing.T, e *audience.Edition) []byte {
	t.Helper()
	outputs, err := generator.Write(nil, e, []string{"trust"}, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, f := range outputs["trust"].Files() {
		fmt.Fprintln(&all, f.Path)
		if err := f.Write(&all); err != nil {
			t.Fatal(err)
		}
	}
	return all.Bytes()
}

// However a field that nobody wrote as public changes, and in whichever record, not a byte of the trust center does. The fields
// are those of the structs, so that one added tomorrow is tried tomorrow.
func TestNoPrivateFieldReachesTrust(t *testing.T) {
	edition, err := generator.Compile(example(t), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := trustBytes(t, edition)
	tried, seen := 0, map[*program.Kind]int{}
	for _, rec := range edition.Program.Records() {
		if seen[rec.Base().Kind]++; seen[rec.Base().Kind] > 4 {
			continue
		}
		x := reflect.ValueOf(rec).Elem()
		for _, f := range node.Fields(x.Type()) {
			if f.Key == "public" || f.Key == "classification" || program.Publishes(rec, f.Key) {
				continue
			}
			v := x.FieldByIndex(f.Index)
			before := reflect.New(v.Type()).Elem()
			before.Set(v)
			change(v)
			if f.Key == "subprocessor" && !v.IsNil() { // whether it is public is not what is tried here
				v.Elem().FieldByName("Public").SetBool(false)
			}
			if got := trustBytes(t, edition); !bytes.Equal(got, want) {
				t.Errorf("%s %s: a change of %q changes the trust center", rec.Base().Kind.Name, rec.Base().ID, f.Key)
			}
			v.Set(before)
			tried++
		}
	}
	if got := trustBytes(t, edition); !bytes.Equal(got, want) || tried < 700 {
		t.Errorf("%d fields tried, and the edition is not as it was", tried)
	}
	if bytes.Contains(want, []byte(canary)) {
		t.Error("the example itself holds the canary")
	}
}

const canary = "kanariefågel"

// change puts something else into a value, however deep.
func change(v reflect.Value) {
	switch at := v.Addr().Interface().(type) {
	case *program.Prose:
		at.Prose = &source.Prose{HTML: "<p>" + canary + "</p>"}
		at.Targets = nil
		return
	case *node.Day:
		*at = at.AddDays(40000)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(canary)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 7)
	case reflect.Pointer:
		fresh := reflect.New(v.Type().Elem())
		foreign := fresh.Elem().Kind() == reflect.Struct && fresh.Elem().Type().PkgPath() != reflect.TypeFor[program.Control]().PkgPath()
		if foreign || isRecord(fresh) {
			return // what a reference leads to is no part of the record, and tried on its own
		}
		change(fresh.Elem())
		v.Set(fresh)
	case reflect.Slice:
		one := reflect.New(v.Type().Elem()).Elem()
		change(one)
		v.Set(reflect.Append(reflect.MakeSlice(v.Type(), 0, 1), one))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				change(v.Field(i))
			}
		}
	}
}

func isRecord(v reflect.Value) bool {
	_, ok := v.Interface().(program.Any)
	return ok
}
