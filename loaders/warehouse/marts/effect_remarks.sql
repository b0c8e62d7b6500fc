-- Grain: matter that one must know of an amount to use it, and line where words on it begin: of an item with effects, or of no item.
-- account 会計区分, lasting 一過性か恒常か, span 単年度か累計か, method 算定方法. The words were looked for; no amount was judged by them.
-- A word may go on in the next line: a line is seen with the first letters of the next, and says what begins in its own part.
WITH patterns AS (
  FROM (VALUES
    ('account', '(?:一般|特別|企業|事業|病院|水道|下水道)会計'),
    ('lasting', '一過性|一時的|恒常|経常的な|継続的な(?:効果|削減|増収)'),
    ('span', '単年度|累計|累積'),
    ('method', '(?:算定|算出|積算|計算)の?(?:方法|根拠|式)|算式')
  ) AS patterns (matter, pattern)
),
squeezed AS (
  SELECT plan_id, item_no, line_no, regexp_replace(text, '\s', '', 'g') AS text
  FROM source_lines
),
seen AS (
  SELECT *, left(coalesce(lead(text) OVER (PARTITION BY plan_id, item_no ORDER BY line_no), ''), 10) AS ahead
  FROM squeezed
  WHERE item_no IS NULL OR (plan_id, item_no) IN (SELECT (plan_id, item_no) FROM effects)
),
-- 会計年度 names people and years, no account
words AS (
  SELECT plan_id, item_no, line_no, replace(text || ahead, '会計年度', '') AS text, replace(ahead, '会計年度', '') AS ahead
  FROM seen
)
SELECT plan_id, matter, item_no, line_no AS source_line
FROM words
CROSS JOIN patterns
WHERE len(regexp_extract_all(text, pattern)) > len(regexp_extract_all(ahead, pattern))
ORDER BY plan_id, list_position(['account', 'lasting', 'span', 'method'], matter), line_no
