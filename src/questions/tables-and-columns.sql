-- 表と列の意味
-- どの表にどの列があり、何を表すか。自分で問い合わせを書くときの索引。
SELECT
  table_name AS 表,
  duckdb_tables.comment AS 表の説明,
  column_name AS 列,
  data_type AS 型,
  duckdb_columns.comment AS 列の説明
FROM duckdb_columns()
JOIN duckdb_tables() USING (database_name, schema_name, table_name)
WHERE database_name = current_database()
  AND schema_name = 'main'
ORDER BY table_name, column_index
