"""What Python's zip and XML readers find in a file of Office Open XML, as JSON.

Usage: read_docx.py FILE
"""
import json
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The order of the children that we use, in the schema of ECMA-376, part 1. Word opens nothing else.
ORDER = {
    "body": "p|tbl sectPr",
    "p": "pPr r|fldSimple",
    "pPr": "pStyle keepNext keepLines pBdr tabs bidi spacing outlineLvl",
    "r": "rPr t|br|tab",
    "rPr": "rFonts b bCs color sz szCs rtl lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "compat themeFontLang",
    "font": "altName family pitch",
    "tblBorders": "top bottom",
    "tblCellMar": "left right",
}


def misplaced(element):
    """Names of elements whose children stand in no order of the schema, or are not in it."""
    name = element.tag.removeprefix(W)
    found = []
    if name in ORDER:
        places = {each: place for place, group in enumerate(ORDER[name].split())
                  for each in group.split("|")}
        children = [places.get(child.tag.removeprefix(W), -1) for child in element]
        if -1 in children or children != sorted(children):
            found.append(name)
    return found + [each for child in element for each in misplaced(child)]


def text(element):
    shown = {W + "t": lambda each: each.text or "", W + "br": lambda _: "\n",
             W + "tab": lambda _: "\t"}
    return "".join(shown[each.tag](each) for run in element.iter(W + "r") for each in run
                   if each.tag in shown)


def value(element, path):
    found = element.find(path)
    return None if found is None else found.get(W + "val")


def main():
    archive = zipfile.ZipFile(sys.argv[1])
    assert archive.testzip() is None
    parts = {each.filename: archive.read(each).decode() for each in archive.infolist()}
    trees = {name: ET.fromstring(part) for name, part in parts.items()}
    styles = trees["word/styles.xml"].findall(W + "style")
    together = {each.get(W + "styleId") for each in styles
                if each.find(f"{W}pPr/{W}keepNext") is not None}
    document, footer = trees["word/document.xml"], trees["word/footer1.xml"]
    paragraphs = document.findall(f".//{W}p")
    used = {value(each, f"{W}pPr/{W}pStyle") for each in paragraphs}
    used |= {value(each, f"{W}tblPr/{W}tblStyle") for each in document.iter(W + "tbl")}
    json.dump({
        "parts": parts,
        "times": sorted({each.date_time for each in archive.infolist()}),
        "beside": (archive.comment + b"".join(
            each.comment + each.extra for each in archive.infolist())).decode(),
        "misplaced": [each for tree in trees.values() for each in misplaced(tree)],
        "unknownStyles": sorted(used - {each.get(W + "styleId") for each in styles}),
        "told": [each.text for each in trees["docProps/core.xml"]],
        "footer": [text(each) for each in footer.iter(W + "p")],
        "fields": [each.get(W + "instr").strip() for each in footer.iter(W + "fldSimple")],
        "paragraphs": [{
            "style": value(each, f"{W}pPr/{W}pStyle"),
            "text": text(each),
            "isRightToLeft": each.find(f"{W}pPr/{W}bidi") is not None,
            "staysWithNext": each.find(f"{W}pPr/{W}keepNext") is not None
            or value(each, f"{W}pPr/{W}pStyle") in together,
            "rightToLeft": [text(run) for run in each.iter(W + "r")
                            if run.find(f"{W}rPr/{W}rtl") is not None],
        } for each in paragraphs],
    }, sys.stdout)


main()
