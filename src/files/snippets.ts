import type { SqlValues, Table } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'

/** A block to paste into a tool, run where the zip was opened; whether the tests of this project run it, or why not. */
export interface Snippet {
  id: string
  title: string
  code: string
  tested: 'always' | { whereThere: string } | { never: string }
}

const trinoTypes: Readonly<Record<keyof SqlValues, string>> = {
  VARCHAR: 'varchar',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  DATE: 'date',
  'VARCHAR[]': 'array(varchar)',
  'INTEGER[]': 'array(integer)',
}

/** The same question in each tool: the effects of a year, parts of other lines and what other items count left out. */
export const snippets: readonly Snippet[] = [
  {
    id: 'duckdb',
    title: 'DuckDB',
    tested: 'always',
    code: `SELECT fiscal_year, sum(amount_yen)::BIGINT AS yen
FROM 'parquet/effects.parquet'
WHERE part_of IS NULL AND NOT is_repeat
GROUP BY ALL
ORDER BY ALL;`,
  },
  {
    id: 'duckdb-words',
    title: 'DuckDB: 数字を原文の行と並べる',
    tested: 'always',
    code: `ATTACH 'reform.duckdb' AS reform (READ_ONLY);
SELECT effects.item_no, fiscal_year, amount_yen, source_line, lines.text
FROM reform.effects
JOIN reform.source_lines AS lines ON lines.plan_id = effects.plan_id AND lines.line_no = effects.source_line
ORDER BY amount_yen DESC NULLS LAST
LIMIT 5;`,
  },
  {
    id: 'python-duckdb',
    title: 'Python (duckdb)',
    tested: { whereThere: 'Pythonのduckdb' },
    code: `import duckdb

print(duckdb.sql("""
    SELECT fiscal_year, sum(amount_yen)::BIGINT AS yen
    FROM 'parquet/effects.parquet'
    WHERE part_of IS NULL AND NOT is_repeat
    GROUP BY ALL
    ORDER BY ALL
"""))`,
  },
  {
    id: 'python-csv',
    title: 'Python (標準のcsvだけ、足すものなし)',
    tested: { whereThere: 'Python' },
    code: `import csv
from collections import Counter

years = Counter()
with open("csv/effects.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        if row["amount_yen"] and not row["part_of"] and row["is_repeat"] == "false":
            years[int(row["fiscal_year"])] += int(row["amount_yen"])
for year in sorted(years):
    print(year, years[year])`,
  },
  {
    id: 'facts-sum',
    title: 'DuckDB: どの値も1行ずつの表 (facts) を足す',
    tested: 'always',
    code: `SELECT fiscal_year, sum(value)::BIGINT AS yen
FROM 'parquet/facts.parquet'
WHERE measure = 'effects_yen' AND basis = 'actual'
  AND additive AND NOT is_total AND NOT is_part AND NOT is_repeat
GROUP BY ALL
ORDER BY ALL;`,
  },
  {
    id: 'python-polars',
    title: 'Python (polars)',
    tested: { whereThere: 'Pythonのpolars' },
    code: `import polars as pl

effects = pl.read_parquet("parquet/effects.parquet")
print(
    effects.filter(pl.col("part_of").is_null() & ~pl.col("is_repeat"))
    .group_by("fiscal_year")
    .agg(yen=pl.col("amount_yen").sum())
    .sort("fiscal_year")
)`,
  },
  {
    id: 'r-arrow',
    title: 'R (arrow、dplyr)',
    tested: { whereThere: 'Rのarrowとdplyr' },
    code: `library(arrow)
library(dplyr)

read_parquet("parquet/effects.parquet") |>
  filter(is.na(part_of), !is_repeat) |>
  group_by(fiscal_year) |>
  summarise(yen = sum(amount_yen, na.rm = TRUE)) |>
  as.data.frame() |>
  print()`,
  },
  {
    id: 'power-query',
    title: 'Excelのデータ取得 (Power Query、詳細エディターに貼る)',
    tested: { never: 'Power QueryはExcelの中でしか動かず、試験の機械にExcelがない' },
    code: `let
    表 = Csv.Document(File.Contents("C:\\reform\\csv\\effects.csv"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    見出し = Table.PromoteHeaders(表, [PromoteAllScalars = true]),
    型 = Table.TransformColumnTypes(見出し, {{"fiscal_year", Int64.Type}, {"amount_yen", Int64.Type}, {"part_of", Int64.Type}, {"is_repeat", type logical}}),
    内数を除く = Table.SelectRows(型, each [part_of] = null and not [is_repeat]),
    年度別 = Table.Group(内数を除く, {"fiscal_year"}, {{"yen", each List.Sum([amount_yen]), Int64.Type}})
in
    年度別`,
  },
  {
    id: 'hive',
    title: '多くのプランを分散環境へ: プランごとのフォルダ (Hive形式) に分ける (DuckDB)',
    tested: 'always',
    code: `COPY (FROM 'parquet/effects.parquet') TO 'effects' (FORMAT parquet, PARTITION_BY (plan_id), OVERWRITE_OR_IGNORE);
SELECT plan_id, fiscal_year, sum(amount_yen)::BIGINT AS yen
FROM read_parquet('effects/*/*.parquet', hive_partitioning = true)
WHERE part_of IS NULL AND NOT is_repeat
GROUP BY ALL
ORDER BY ALL;`,
  },
  {
    id: 'clickhouse',
    title: 'ClickHouse (上で分けたフォルダを読む)',
    tested: { whereThere: 'chdb (npm run test:engines が入れる)' },
    code: `SELECT plan_id, fiscal_year, sum(amount_yen) AS yen
FROM file('effects/*/*.parquet', Parquet)
WHERE part_of IS NULL AND NOT is_repeat
GROUP BY plan_id, fiscal_year
ORDER BY plan_id, fiscal_year
SETTINGS use_hive_partitioning = 1`,
  },
  {
    id: 'spark',
    title: 'Spark (上で分けたフォルダを読む)',
    tested: { never: 'SparkはJavaとクラスターが要る' },
    code: `(
    spark.read.parquet("effects")
    .where("part_of IS NULL AND NOT is_repeat")
    .groupBy("plan_id", "fiscal_year")
    .sum("amount_yen")
    .orderBy("plan_id", "fiscal_year")
    .show()
)`,
  },
  {
    id: 'trino',
    title: 'Trino (上で分けたフォルダを表にする。場所は書き換える)',
    tested: { never: 'TrinoはサーバーとS3の置き場が要る' },
    code: trinoTable(tables.effects, 'plan_id'),
  },
]

/** A table over the Hive layout; Trino wants the column of the folders last. */
function trinoTable({ name, columns }: Table, partition: string): string {
  const sorted = [...columns.filter((column) => column.name !== partition), ...columns.filter((column) => column.name === partition)]
  return `CREATE TABLE hive.reform.${name} (
${sorted.map((column) => `  ${column.name} ${trinoTypes[column.type]}`).join(',\n')}
) WITH (external_location = 's3://bucket/${name}', format = 'PARQUET', partitioned_by = ARRAY['${partition}']);
CALL hive.system.sync_partition_metadata('reform', '${name}', 'FULL');
SELECT plan_id, fiscal_year, sum(amount_yen) AS yen
FROM hive.reform.${name}
WHERE part_of IS NULL AND NOT is_repeat
GROUP BY plan_id, fiscal_year
ORDER BY plan_id, fiscal_year;`
}
