-- 効果額の増減は、どの項目から来たか
-- 効果額が書かれている最後の年度とその前の年度を比べ、合計の差を項目ごとに分ける。文書にない効果額は、合計と同じく、どちらの年度にも入れない。
-- 寄附 (donation) と、年度によって内容の名前が違う効果 (varying) は、ほかと同じようには比べられないので、区分の列で見分ける。増減の割合は、合計の差に対するもの。
WITH stated AS (
  SELECT * FROM marts.effect_years WHERE plan_id = $plan AND amount_yen IS NOT NULL
),
ends AS (
  SELECT max(fiscal_year) AS last_year FROM stated
),
by_item AS (
  SELECT
    item_no,
    title,
    comparison,
    any_value(last_year) AS last_year,
    sum(amount_yen) FILTER (fiscal_year = last_year - 1)::BIGINT AS before_yen,
    sum(amount_yen) FILTER (fiscal_year = last_year)::BIGINT AS last_yen
  FROM stated
  CROSS JOIN ends
  WHERE fiscal_year >= last_year - 1
  GROUP BY item_no, title, comparison
),
changed AS (
  SELECT *, (coalesce(last_yen, 0) - coalesce(before_yen, 0))::BIGINT AS change_yen FROM by_item
)
SELECT
  item_no AS 項目番号,
  title AS 項目名,
  CASE comparison WHEN 'donation' THEN '寄附の受入' WHEN 'varying' THEN '年度で内容が違う効果' ELSE '同じ内容の効果' END AS 区分,
  last_year AS 年度,
  before_yen AS 前の年度_円,
  last_yen AS その年度_円,
  change_yen AS 増減_円,
  round(100.0 * change_yen / nullif(abs(sum(change_yen) OVER ()), 0), 1) AS 増減の割合_percent
FROM changed
ORDER BY abs(change_yen) DESC, item_no
