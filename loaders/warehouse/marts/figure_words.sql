-- Grain: number of the document, with the words it stands in: its line, or the lines it runs over, joined and trimmed.
-- A row of any table with a place is joined to its numbers and words by plan_id and (source_line, source_column).
SELECT
  figures.plan_id,
  figure_no,
  figures.item_no,
  items.title,
  figures.fiscal_year,
  label,
  value,
  unit,
  role,
  trim((
    SELECT string_agg(trim(text), '' ORDER BY line_no)
    FROM source_lines
    WHERE source_lines.plan_id = figures.plan_id AND line_no BETWEEN figures.source_line AND figures.source_end_line
  )) AS words,
  figures.source_line,
  figures.source_column,
  figures.source_end_line,
  figures.source_end_column
FROM figures
LEFT JOIN items ON items.plan_id = figures.plan_id AND items.item_no = figures.item_no
ORDER BY figures.plan_id, figure_no
