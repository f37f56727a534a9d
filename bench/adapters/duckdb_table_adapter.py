"""DuckDB: SQL in this process, over all cores, straight on the CSV files."""

import duckdb

VERSION = duckdb.__version__
RUNS_IN_CALLER = True

QUERIES = {
    "groupby": "SELECT grp, count(*), sum(value), avg(weight) FROM facts GROUP BY grp ORDER BY grp",
    "join": "SELECT category, sum(value * price) FROM facts JOIN prices USING (key) GROUP BY category ORDER BY category",
    "scan": "SELECT count(*), sum(value) FROM facts WHERE value > 900 AND weight < 0.5",
    "sort": "SELECT id, value FROM facts ORDER BY value DESC, id LIMIT 20",
}


def start(cell):
    """A database in memory; its files, if it needs any, lie in the folder for temporary files."""
    return duckdb.connect(config={"threads": cell["workers"]})


def run(pool, query, items, chunk):
    """Views, not tables: each query reads the file, as the other engines do."""
    [item] = items
    for name in ("facts", "prices"):
        pool.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_csv('{item[name]}')")
    return pool.execute(QUERIES[query]).fetchall()


def stop(pool):
    pool.close()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(pool.execute("SELECT 42").fetchall())
    stop(pool)
