-- 債権別の収納
-- 債権ごと・年度ごとに納付された金額と、項目のその年度の合計に占める割合。
WITH claims AS (
  SELECT
    plan_id,
    item_no,
    fiscal_year,
    claim,
    list(DISTINCT department ORDER BY department) AS departments,
    sum(amount_yen)::BIGINT AS amount_yen,
    min(source_line) AS source_line
  FROM collections
  GROUP BY ALL
)
SELECT
  item_no AS 項目番号,
  fiscal_year AS 年度,
  claim AS 債権,
  array_to_string(departments, '、') AS 担当課,
  amount_yen AS 納付額_円,
  round(100.0 * amount_yen / nullif(sum(amount_yen) OVER (PARTITION BY item_no, fiscal_year), 0), 1) AS 年度の中の割合_percent,
  source_line AS 原文の行
FROM claims
WHERE plan_id = $plan
  AND item_no = $item
  AND fiscal_year = $year
QUALIFY list_contains(departments, $department)   -- 合計を出した後で課を選ぶ (割合は全体に対するもののまま)
ORDER BY item_no, fiscal_year, amount_yen DESC, claim
