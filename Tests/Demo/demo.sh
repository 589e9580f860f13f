#!/usr/bin/env bash
# The main job from end to end on an invented caseload, without asking anything.
# Leaves the vault, the stick and the reader's key in ./demo.
set -euo pipefail

vault=$1
here=$(cd "$(dirname "$0")" && pwd)
place=$PWD/demo

if [ -e "$place" ]; then
    # An earlier run's session still holds its key: lock it before the folder goes.
    env VAULT_FILE="$place/practice.vault" XDG_STATE_HOME="$place/state" \
        XDG_RUNTIME_DIR="$place/state" "$vault" lock >/dev/null 2>&1 || true
    rm -rf "$place"
fi
mkdir -p "$place/stick" "$place/opened"
export VAULT_FILE=$place/practice.vault
export XDG_STATE_HOME=$place/state XDG_RUNTIME_DIR=$place/state
cd "$here/caseload"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] || say() { printf '\n%s\n' "$*"; }

# A passphrase for the demonstration only. Yours is typed at the keyboard and stands nowhere.
passphrase="plum lantern gravel orbit"
echo "$passphrase" >"$place/passphrase-of-this-demonstration.txt"
with_passphrase() { "$vault" "$@" --passphrase-fd 3 3<<<"$passphrase"; }

# A session that ended ten minutes ago, or last evening if it is past midnight.
just_now() {
    if [ "$(date -d '65 minutes ago' +%d)" = "$(date +%d)" ]; then
        echo 0 "$(date -d '60 minutes ago' +%H:%M)" "$(date -d '10 minutes ago' +%H:%M)"
    else
        echo 1 21:00 21:50
    fi
}

say "1. A new vault, locked with a passphrase."
with_passphrase init --from practice.txt

say "2. Unlock it once. It locks itself when you are away."
with_passphrase open
trap '"$vault" lock >/dev/null 2>&1 || true' EXIT

say "3. Three clients. (All of them are invented.)"
for client in client-*.txt; do "$vault" client add --from "$client" --no-input; done

say "4. A week of sessions, a minute of shorthand after each."
number=0
while read -r client days start stop place_code code jotting; do
    case $client in "" | \#*) continue ;; esac
    number=$((number + 1))
    if [ "$days" = 0 ]; then
        # The last one ended a while ago: its note is written between two sessions.
        read -r days start stop <<<"$(just_now)"
    fi
    {
        echo "date: $(date -d "$days days ago" +%Y-%m-%d)"
        echo "start: $start"
        echo "stop: $stop"
        echo "type: individual"
        echo "participants: client"
        echo "place: $place_code"
        if [ "$place_code" = 10 ]; then
            echo "modality: video"
            echo "client-location: at home, own room"
        fi
        echo "code: $code"
    } | "$vault" session add "$client" --from - --no-input
    if [ "$number" = 6 ]; then
        echo
        echo "   What she types for the last one:"
        echo
        sed 's/^/     /' "$jotting"
    fi
    "$vault" draft note "S$number" --from "$jotting" --no-input >/dev/null
done <sessions.txt

say "5. Review. Every sentence is read before anyone can sign. The first three of the last note:"
"$vault" review D6 --json | /usr/bin/python3 -c '
import json, sys
for sentence in json.load(sys.stdin)["sentences"][:3]:
    print()
    print("   " + sentence["text"])
    print("      from: " + " … ".join(sentence["restsOn"]))
'
for document in D1 D2 D3 D4 D5 D6; do
    count=$("$vault" review "$document" --json | grep -c '"number"')
    echo "1-$count accept" | "$vault" review "$document" --decide - >/dev/null
done

say "6. Sign. It asks for the passphrase again; a signed note never changes."
for document in D1 D2 D3 D4 D5 D6; do with_passphrase sign "$document" | head -1; done
echo
"$vault" list

say "7. One of each other family: a plan, letters, a telephone note, a safety plan, an addendum."
printf 'phone: 555-0100\nnpi: 1234567893\n' | "$vault" practice edit --from - >/dev/null
printf 'payer: Acme Health\nmember-id: AH-000-111\n' | "$vault" client edit C1 --from - >/dev/null
printf 'instrument: GAD-7\ntotal: 15\n' | "$vault" measure add C1 --from -
"$vault" consent add C1 --from consent-1.txt --no-input
"$vault" draft plan C1 --from plan-1.txt --no-input >/dev/null
"$vault" draft letter preauthorization C1 --from payer-1.txt --no-input >/dev/null
"$vault" draft letter attendance C1 --no-input >/dev/null
read -r days start stop <<<"$(just_now)"
today=$(date -d "$days days ago" +%Y-%m-%d)
{ printf 'date: %s\nstart: %s\nstop: %s\n' "$today" "$start" "$stop"; cat phone-2.txt; } |
    "$vault" draft document phone C2 --from - --no-input >/dev/null
{ echo "date: $today"; cat safety-3.txt; } |
    "$vault" draft document safety-plan C3 --from - --no-input >/dev/null
"$vault" amend D1 --from addendum-1.txt --no-input >/dev/null
for document in D7 D8 D9 D10 D11 D12; do
    count=$("$vault" review "$document" --json | grep -c '"number"')
    echo "1-$count accept" | "$vault" review "$document" --decide - >/dev/null
done
with_passphrase sign D7 D8 D9 D10 D11 D12
for document in D9 D10 D11 D12; do
    echo
    "$vault" show "$document"
done

say "8. Export one note to a stick, encrypted for its reader."
age-keygen -o "$place/reader-key.txt" 2>/dev/null
reader=$(sed -n 's/^# public key: //p' "$place/reader-key.txt")
"$vault" export D6 --to "$place/stick" --recipient "$reader"

say "9. Open it as the reader does: with age and tar, without this program."
cd "$place/opened"
age -d -i "$place/reader-key.txt" "$place"/stick/*.tar.age | tar xf -
sha256sum -c MANIFEST

say "10. Check everything: each record, each audit entry, each signature, each byte of the file."
"$vault" verify --stick "$place/stick"

say "11. The audit trail says what was done, without a name or a word of it."
"$vault" audit log --last 8

say "12. The signed note, and the plan."
echo
"$vault" show D6
"$vault" show D7
say "The vault and the export are in ./demo. Look around:"
echo "   VAULT_FILE=demo/practice.vault XDG_STATE_HOME=\$PWD/demo/state \\"
echo "       ${vault#"$OLDPWD"/} list"
echo "   The passphrase is in demo/passphrase-of-this-demonstration.txt."
