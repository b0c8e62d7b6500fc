-- この数字の出典
-- 金額・数・割合などの数字と、それが書かれている文。日付や見出しの番号は除く。
-- 大きい数字から探すときは、最後の行を ORDER BY value DESC に変える。
SELECT
  value AS 数字,
  unit AS 単位,
  label AS 名前,
  item_no AS 項目番号,
  figure_words.title AS 項目名,
  fiscal_year AS 年度,
  words AS 書かれている文,
  figure_words.source_line AS 原文の行,
  figure_words.source_column AS 桁
FROM marts.figure_words           -- 数字1つに1行。words はその数字がある文
LEFT JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
  AND role IN ('amount', 'count', 'percent', 'score', 'area', 'measure')
  AND item_no = $item
  AND fiscal_year = $year
  AND list_contains(items.departments, $department)
ORDER BY figure_no
