"""The byline grammar: tokens, items, runs, pieces, people; `newsparse.grammar.byline` reads with it."""
