# Bare "make" explains the targets.
.DEFAULT_GOAL := help
.PHONY: help build test trial demo format clean image programs bench-matching bench-ingest bench-idle bench-start fuzz

help: ## this list
	@echo 'make TARGET, where TARGET is one of'
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 18

build: ## the program, in app/target/dist/lib, without tests
	mvn -q -B -Dmaven.test.skip=true -pl app -am package

test: programs ## every test, end to end included; as root on Debian or Ubuntu it installs the programs that tests use
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B verify

trial: ## ingest killed between answer and commit, and one of three instances lost; some minutes
	mvn -q -B -pl app -am test -Dtest=IngestTrial -Dsurefire.failIfNoSpecifiedTests=false

demo: ## the demo: broker, services and an invented newswire, desk on http://127.0.0.1:8080
	./caspianwatch demo

bench-matching: ## matching against Lucene Monitor and OpenSearch's percolator; docs/benchmarks.md has what it printed
	mvn -q -B -Dmaven.test.skip=true -pl bench,bench/percolator -am package
	bench/run matching $(OPTIONS)

bench-ingest: ## ingest on 10,000 feeds, and its peers; as root on Debian or Ubuntu it installs those that are missing
	mvn -q -B -Dmaven.test.skip=true -pl app,bench -am package
	bench/ingest/programs
	bench/run ingest $(OPTIONS)

bench-idle: ## what the whole program costs while 300 feeds are quiet; five minutes
	mvn -q -B -Dmaven.test.skip=true -pl app,bench -am package
	bench/run idle $(OPTIONS)

bench-start: ## seconds from the command to ready, with and without the start cache; docs/benchmarks.md has what it printed
	bench/start $(STARTS)

fuzz: ## five minutes of fuzzing each of the query parser, the tokens and the taxonomy's loader
	for what in Query Text Taxonomy; do \
	    JAZZER_FUZZ=1 mvn -q -B -pl bench -am -Dbench.plain.skip -Djunit.jupiter.execution.timeout.mode=disabled \
	        -Dtest=$${what}FuzzTest -Dsurefire.failIfNoSpecifiedTests=false test || exit 1; \
	done

format: ## sets every Java file as the build wants it
	mvn -q -B formatter:format

clean: ## everything that a build made
	mvn -q -B clean

image: build ## the container image that docker-compose.yml runs
	docker build -t caspianwatch -f deploy/Dockerfile .

programs:
	@.ci/programs
