"""The kept exports, judged by others: the FHIR R4 models of fhir.resources 6.4 (release 4.0.1) and
the CommonMark reader of markdown-it-py.

Of the models only structure and formats are checked by the package itself. The codes that R4 fixes
and the types that a reference may have stand in its tables, and are checked from there.
"""

import base64
import copy
import html.parser
import json
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
GOLDENS = HERE.parent / "DocumentsTests" / "Goldens"
# Where `make test` installs them.
sys.path.insert(0, str(HERE.parent.parent / ".build" / "python"))

from fhir.resources import get_fhir_model_class  # noqa: E402
from fhir.resources.core.fhirabstractmodel import FHIRAbstractModel  # noqa: E402
from markdown_it import MarkdownIt  # noqa: E402
from pydantic import ValidationError  # noqa: E402

BUNDLES = sorted(GOLDENS.glob("*.fhir.json"))
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def problems(bundle):
    """What R4 has against a bundle; empty if nothing."""
    try:
        model = get_fhir_model_class("Bundle").parse_raw(json.dumps(bundle))
    except ValidationError as error:
        return [str(error)]
    found = []
    names = {}
    for entry in bundle["entry"]:
        name = entry.get("fullUrl")
        if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", name or ""):
            found.append(f"no such name: {name}")
        if name in names:
            found.append(f"a name stands twice: {name}")
        names[name] = entry["resource"]
    found += tables(model, names, "Bundle")
    found += plain(bundle, "Bundle")
    for each in values(bundle, "reference"):
        if isinstance(each, str) and each not in names:
            found.append(f"a reference leads nowhere: {each}")
    for each in values(bundle, "div"):
        found += narrative(each)
    found += invariants(bundle)
    found += document(bundle, names) if bundle["type"] == "document" else []
    return found


def tables(model, names, path):
    """Codes that R4 fixes, and references to a type that may stand there."""
    found = []
    for field in type(model).__fields__.values():
        value = getattr(model, field.name)
        extra = field.field_info.extra
        for each in value if isinstance(value, list) else [value]:
            place = f"{path}.{field.alias}"
            if each is None:
                continue
            if "enum_values" in extra and str(each) not in extra["enum_values"]:
                found.append(f"{place}: no such code: {each}")
            if "enum_reference_types" in extra and getattr(each, "reference", None) in names:
                kind = names[each.reference]["resourceType"]
                if not {kind, "Resource"} & set(extra["enum_reference_types"]):
                    found.append(f"{place}: refers to a {kind}")
            if isinstance(each, FHIRAbstractModel):
                found += tables(each, names, place)
    return found


def plain(value, path):
    """R4's JSON has no nulls, and nothing in it is empty or has control characters."""
    if value is None or value in ("", [], {}):
        return [f"{path} is empty"]
    if isinstance(value, str) and (value.strip() == "" or re.search(r"[\x00-\x08\x0b-\x1f]", value)):
        return [f"{path} is no text"]
    if isinstance(value, list):
        return [each for one in value for each in plain(one, path)]
    if isinstance(value, dict):
        return [each for name, one in value.items() for each in plain(one, f"{path}.{name}")]
    return []


def values(value, name):
    """Every value of the elements of a name."""
    if isinstance(value, list):
        return [each for one in value for each in values(one, name)]
    if isinstance(value, dict):
        own = [value[name]] if name in value else []
        return own + [each for one in value.values() for each in values(one, name)]
    return []


def narrative(div):
    """txt-1 and txt-2: well-formed XHTML of the elements that are allowed, and not empty."""
    try:
        root = xml.etree.ElementTree.fromstring(div)
    except xml.etree.ElementTree.ParseError as error:
        return [f"a narrative is not well-formed: {error}"]
    space = "{http://www.w3.org/1999/xhtml}"
    allowed = {"div", "p", "br", "hr", "table", "tbody", "tr", "th", "td", "strong", "h1", "h2"}
    found = [f"an element in a narrative: {each.tag}" for each in root.iter()
             if not each.tag.startswith(space) or each.tag[len(space):] not in allowed]
    found += [f"an attribute in a narrative: {name}" for each in root.iter() for name in each.attrib
              if name != "scope"]
    return found if "".join(root.itertext()).strip() else found + ["an empty narrative"]


def invariants(bundle):
    """Rules of R4 that no table of the package has, on the resources that are used here."""
    found = []
    for resource in (entry["resource"] for entry in bundle["entry"]):
        kind = resource["resourceType"]

        def rule(name, holds):
            if not holds:
                found.append(f"{kind}: {name}")

        for attachment in values(resource, "attachment"):
            rule("att-1", "data" not in attachment or "contentType" in attachment)
            if "data" in attachment:
                data = base64.b64decode(attachment["data"], validate=True)
                rule("the size is that of the data", attachment.get("size") == len(data))
        for period in values(resource, "period") + values(resource, "dataPeriod"):
            ends = [period[each] for each in ("start", "end") if each in period]
            rule("per-1", len(ends) < 2 or ends[0][:10] <= ends[1][:10])
            rule("dateTime", all(INSTANT.fullmatch(each) or DATE.fullmatch(each) for each in ends))
        for name in ("recorded", "timestamp", "when"):
            rule("instant", all(INSTANT.fullmatch(each) for each in values(resource, name)))
        if kind == "Condition":
            status = resource["clinicalStatus"]["coding"][0]["code"]
            rule("con-4", "abatementDateTime" not in resource
                 or status in ("inactive", "resolved", "remission"))
        if kind == "Goal":
            for target in resource.get("target", []):
                detail = any(name.startswith("detail") for name in target)
                rule("gol-1", not detail or "measure" in target)
        if kind == "Consent":
            rule("ppc-1", "policy" in resource or "policyRule" in resource)
            rule("ppc-2", "patient" in resource)
        if kind == "Composition":
            rule("cmp-1", all({"text", "entry", "section"} & set(each)
                              for each in resource["section"]))
    return found


def document(bundle, names):
    """bdl-9 to bdl-11, and that everything in a document hangs on its composition."""
    found = []
    if not {"system", "value"} <= set(bundle.get("identifier", {})):
        found.append("bdl-9: a document has an identifier")
    if not INSTANT.fullmatch(bundle.get("timestamp", "")):
        found.append("bdl-10: a document has a date")
    first = bundle["entry"][0]
    if first["resource"]["resourceType"] != "Composition":
        return found + ["bdl-11: a document begins with a composition"]
    reached, open_names = set(), [first["fullUrl"]]
    # A provenance points at what it is about, not the other way round.
    open_names += [name for name, each in names.items() if each["resourceType"] == "Provenance"]
    while open_names:
        name = open_names.pop()
        if name in names and name not in reached:
            reached.add(name)
            open_names += values(names[name], "reference")
    return found + [f"nothing refers to {name}" for name in names if name not in reached]


class Bundles(unittest.TestCase):
    def test_there_are_some(self):
        names = {each.name.removesuffix(".fhir.json") for each in BUNDLES}
        self.assertLessEqual(
            {"arrows", "treatment-plan", "letter.attendance", "letter.preauthorization", "client"},
            names)

    def test_are_valid(self):
        for path in BUNDLES:
            with self.subTest(path.name):
                self.assertEqual(problems(json.loads(path.read_text())), [])

    def test_have_the_text_and_the_signed_bytes_inside(self):
        for path in BUNDLES:
            if path.name == "client.fhir.json":
                continue
            text = GOLDENS / path.name.replace(".fhir.json", ".txt")
            data = [base64.b64decode(each) for each in
                    values(json.loads(path.read_text()), "data")]
            with self.subTest(path.name):
                self.assertIn(text.read_bytes(), data)
                self.assertTrue(any(each.startswith(b"vault.document/v1\n") for each in data))

    def damaged(self, name, change):
        bundle = copy.deepcopy(json.loads((GOLDENS / f"{name}.fhir.json").read_text()))
        change(bundle)
        return problems(bundle)

    def test_damaged_are_not(self):
        def first(bundle, kind):
            return next(each["resource"] for each in bundle["entry"]
                        if each["resource"]["resourceType"] == kind)

        def swapped(bundle):
            bundle["entry"].reverse()

        damages = {
            "an element that is not R4's": lambda b: first(b, "Patient").update(nickname="M"),
            "a missing element": lambda b: first(b, "Composition").pop("title"),
            "a code that is not R4's": lambda b: first(b, "Composition").update(status="done"),
            "a date that does not exist": lambda b: first(b, "Patient").update(
                birthDate="1990-02-30"),
            "an instant without a zone": lambda b: b.update(timestamp="2026-11-16T16:30:00"),
            "a reference that leads nowhere": lambda b: first(b, "Encounter")["subject"].update(
                reference="urn:uuid:00000000-0000-8000-8000-000000000000"),
            "a reference to the wrong type": lambda b: first(b, "Encounter").update(
                subject=first(b, "Composition")["author"][0]),
            "a name that stands twice": lambda b: b["entry"].append(b["entry"][1]),
            "an orphan": lambda b: b["entry"].append({
                "fullUrl": "urn:uuid:00000000-0000-8000-8000-000000000001",
                "resource": first(b, "Patient")}),
            "no identifier": lambda b: b.pop("identifier"),
            "no timestamp": lambda b: b.pop("timestamp"),
            "a composition that is not first": swapped,
            "an empty list": lambda b: first(b, "Patient").update(telecom=[]),
            "a script in a narrative": lambda b: first(b, "Composition")["section"][0]["text"]
            .update(div='<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>'),
            "another size": lambda b: first(b, "DocumentReference")["content"][0]["attachment"]
            .update(size=1),
            "an end of what goes on": lambda b: first(b, "Condition").update(
                abatementDateTime="2026-01-01"),
        }
        for name, damage in damages.items():
            with self.subTest(name):
                self.assertNotEqual(self.damaged("arrows", damage), [])
        self.assertEqual(self.damaged("arrows", lambda bundle: None), [])


class Words(html.parser.HTMLParser):
    """What a browser shows, and of which elements."""

    def __init__(self, page):
        super().__init__()
        self.text, self.elements = "", set()
        self.hidden = 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.hidden += tag in ("style", "title")
        self.text += " " if tag not in ("strong",) else ""

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data):
        self.text += "" if self.hidden else data

    @property
    def words(self):
        return [each for each in self.text.lower().split() if set(each) - set("-=")]


class Pages(unittest.TestCase):
    """Markdown and HTML show the words of the signed text, and nothing of them is active."""

    def signed(self, path):
        text = path.with_suffix(".txt").read_text().lower().split()
        return [each for each in text if set(each) - set("-=")]

    def test_of_markdown(self):
        files = sorted(GOLDENS.glob("*.md"))
        self.assertGreaterEqual(len(files), 5)
        for path in files:
            with self.subTest(path.name):
                shown = Words(MarkdownIt("commonmark").render(path.read_text()))
                self.assertEqual(shown.words, self.signed(path))
                self.assertLessEqual(
                    shown.elements, {"h1", "h2", "p", "br", "hr", "ul", "li", "strong"})

    def test_of_html(self):
        files = sorted(GOLDENS.glob("*.html"))
        self.assertGreaterEqual(len(files), 5)
        for path in files:
            with self.subTest(path.name):
                shown = Words(path.read_text())
                self.assertEqual(shown.words, self.signed(path))
                self.assertFalse(shown.elements & {"script", "img", "a", "link", "iframe", "form"})


if __name__ == "__main__":
    unittest.main()
