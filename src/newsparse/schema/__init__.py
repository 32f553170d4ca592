"""The published JSON Schema of what `Article.to_dict()` writes, a file a version.

Read it with `importlib.resources.files("newsparse.schema") / "article-1.0.json"`.
"""
