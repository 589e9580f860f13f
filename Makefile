# Two commands set everything up: `make demo` and `make test`.
# `make bench` prints speeds as ratios and counts; `make build` only builds the program.

PROGRAM_PACKAGES = libsodium-dev libsqlite3-dev libzxcvbn-dev libpango1.0-dev libqpdf-dev nettle-dev \
	libqrencode-dev libzip-dev fonts-dejavu-core fonts-crosextra-caladea fonts-crosextra-carlito \
	fonts-wqy-microhei pkg-config age python3-minimal
TEST_PACKAGES = $(PROGRAM_PACKAGES) python3 python3-pip python3-pexpect python3-cryptography strace sqlite3 poppler-utils qpdf zbar-tools \
	pandoc python3-pytest python3-pytest-xdist tar coreutils procps util-linux faketime fuse3 python3-fusepy chromium

RELEASE = .build-release
SWIFT_RELEASE = swift build -c release --static-swift-stdlib --scratch-path $(RELEASE)
PROGRAM = $(CURDIR)/$(RELEASE)/release/vault

.PHONY: demo test faults bench build lint program-packages test-packages

demo: build
	@Tests/Demo/demo.sh $(PROGRAM)

build: program-packages
	$(SWIFT_RELEASE) --product vault

# Their log is long: what failed stands at its end once more.
SWIFT_TESTS = .build/swift-tests.txt

test: test-packages lint
	swift build --build-tests
	@{ VAULT_FLIP_STRIDE=7 swift test --skip-build 2>&1; echo $$? >$(SWIFT_TESTS).end; } \
		| tee $(SWIFT_TESTS); ended=$$(cat $(SWIFT_TESTS).end); [ "$$ended" = 0 ] || { \
		printf '\nWhat failed:\n'; grep 'recorded an issue' $(SWIFT_TESTS); exit $$ended; }
	VAULT_PROGRAM=$(CURDIR)/.build/debug/vault \
		/usr/bin/python3 -m pytest -q -n 2 -p no:cacheprovider --durations=5 Tests/Program

# Every act that changes a file, stopped or failing at FAULT_POINTS calls of each kind, and a table
# of how each ended.
FAULT_POINTS = 30
FAULTS = $(CURDIR)/.build/faults.jsonl

faults: test-packages
	swift build --product vault
	@rm -f $(FAULTS)
	VAULT_PROGRAM=$(CURDIR)/.build/debug/vault VAULT_FAULT_POINTS=$(FAULT_POINTS) \
		VAULT_FAULT_LOG=$(FAULTS) /usr/bin/python3 -m pytest -q -n 2 -p no:cacheprovider \
		Tests/Program/test_backup_faults.py Tests/Program/test_crashes.py \
		Tests/Program/test_all_or_nothing.py; \
	ended=$$?; /usr/bin/python3 Tests/Program/faults.py $(FAULTS); exit $$ended

lint:
	swift format lint --strict --recursive --configuration .swift-format \
		Package.swift Sources Tests schema

bench: build test-packages
	$(SWIFT_RELEASE) --product Bench
	@$(RELEASE)/release/Bench
	@/usr/bin/python3 Tests/Bench/bench.py $(PROGRAM) $(CURDIR)/$(RELEASE)/release/Bench

# Installs only what is missing, and says so first.
install = missing=; for package in $(1); do \
	dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
		|| missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		echo "Installing these Debian packages:$$missing"; \
		as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
		$$as_root apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends \
			$$missing >/dev/null; \
	fi

program-packages:
	@$(call install,$(PROGRAM_PACKAGES))

# Others' implementations that no Debian package has: of SLIP-0039, of age, of FHIR R4, of CommonMark.
PEERS = shamir-mnemonic==0.3.0 pyrage==1.4.0 fhir.resources==6.4.0 pydantic==1.10.27 \
	typing-extensions==4.16.0 markdown-it-py==4.3.0 mdurl==0.1.2

test-packages:
	@$(call install,$(TEST_PACKAGES))
	@test -e ".build/python/$(PEERS)" || { /usr/bin/python3 -m pip install --quiet --no-deps \
		--upgrade --root-user-action=ignore --target .build/python $(PEERS) \
		&& touch ".build/python/$(PEERS)"; }
