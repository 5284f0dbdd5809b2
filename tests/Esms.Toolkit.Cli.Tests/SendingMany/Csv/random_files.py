"""Writes random CSV files, and what Python's csv module reads from them: a line of JSON for each.

usage: random_files.py COUNT SEED
"""
import base64
import codecs
import csv
import io
import json
import random
import sys

SEPARATORS = ",;\t"
LETTERS = ["a", "Z", "7", " ", "ế", "Đ", "😀", "'", "\\", "=", "#", "-", "\u00a0", "\u2028", "0901888484"]
BREAKS = ["\n", "\r\n", "\r"]
BOMS = [(codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]


def text(dice, special):
    return "".join(dice.choice(LETTERS + special) for _ in range(dice.choice([0, 1, 2, 3, 8])))


def header(dice, separator, end):
    """What the separator is must be plain from the first line, so another one is in quotes there."""
    names = ["phone", "content"] + ["note"] * dice.randrange(3)
    cells = []
    for name in names:
        quoted = name + dice.choice(["", "", ",;\t", "\n", '"', "\r\n;"])
        cells.append(dice.choice([name, f'"{name}"', '"' + quoted.replace('"', '""') + '"']))
    return separator.join(cells) + end


def tidy(dice, separator, end):
    """A file as a program writes it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
    for _ in range(dice.randrange(6)):
        writer.writerow([text(dice, ['"', ",", ";", "\t", "\n", "\r\n"]) for _ in range(dice.randrange(1, 5))])
    return out.getvalue()


def noise(dice, separator):
    """A file as a person breaks it."""
    pieces = LETTERS + BREAKS * 2 + [separator] * 6 + ['"'] * 4 + ['""', f'"{separator}', f'{separator}"', '"\n', *SEPARATORS]
    return "".join(dice.choice(pieces) for _ in range(dice.randrange(40)))


def encode(dice, whole, can_be_broken):
    bom, name = dice.choice([(b"", "utf-8")] * 5 + BOMS + [(b"", "cp1258"), (b"", "latin-1")])
    data = bytearray(bom + whole.encode(name, "ignore"))
    if data and can_be_broken and dice.random() < 0.03:
        data[dice.randrange(len(data))] = dice.randrange(256)
    if data and dice.random() < 0.02:
        del data[-1]
    return bytes(data)


def read(data, separator, has_sep_line):
    bom, name = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), (b"", "utf-8"))
    try:
        whole = data[len(bom):].decode(name)
        lines = io.StringIO(whole, newline="")
        if has_sep_line:
            next(lines)
        return list(csv.reader(lines, delimiter=separator, strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None


def main(count, seed):
    dice = random.Random(seed)
    for _ in range(count):
        separator, end = dice.choice(SEPARATORS), dice.choice(BREAKS)
        has_sep_line = dice.random() < 0.1
        is_tidy = dice.random() < 0.5
        body = header(dice, separator, end) + (tidy(dice, separator, end) if is_tidy else noise(dice, separator))
        # What the separator is, the other reader is told; so the line that names it is not broken.
        data = encode(dice, (f"sep={separator}{end}" if has_sep_line else "") + body, can_be_broken=not has_sep_line)
        print(json.dumps({"data": base64.b64encode(data).decode(), "rows": read(data, separator, has_sep_line)}))


main(int(sys.argv[1]), int(sys.argv[2]))
