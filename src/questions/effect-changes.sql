-- 効果額の増減率
-- 項目ごと・年度ごとの効果額と、前の年度からの増減。前の年度と効果の名前が違えば、比べるものが違うので増減率は NULL になる。
-- 「うち」の行は全体に含まれ、再掲は別の項目で数えるので、どちらも数えない。前の年度に効果額がなければ、増減も NULL になる。
WITH years AS (
  SELECT
    plan_id,
    item_no,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(label_unified ORDER BY effect_no) AS names,
    min(source_line) AS source_line
  FROM effects
  WHERE part_of IS NULL          -- 内数 (うち) を除く
    AND NOT is_repeat            -- 再掲を除く
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    first_value(amount_yen) OVER year_before AS previous_yen,
    first_value(names) OVER year_before IS NOT DISTINCT FROM names AS is_like_before
  FROM years
  WINDOW year_before AS (         -- 行の順でなく、ちょうど1年前の年度を見る
    PARTITION BY plan_id, item_no ORDER BY fiscal_year
    RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
  )
)
SELECT
  item_no AS 項目番号,
  items.title AS 項目名,
  fiscal_year AS 年度,
  amount_yen AS 効果額_円,
  previous_yen AS 前年度_円,
  (amount_yen - previous_yen)::BIGINT AS 増減_円,
  CASE WHEN is_like_before AND previous_yen > 0
    THEN round(100.0 * (amount_yen - previous_yen) / previous_yen, 1)
  END AS 増減率_percent,
  compared.source_line AS 原文の行
FROM compared
JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
  AND item_no = $item
  AND fiscal_year = $year
  AND list_contains(items.departments, $department)
ORDER BY item_no, fiscal_year
