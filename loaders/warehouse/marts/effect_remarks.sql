-- Grain: plan. says_lasting: whether the document says anywhere that something is for once (一過性, 一時的) or lasting (恒常的).
SELECT
  plan_id,
  regexp_matches(regexp_replace(string_agg(text, '' ORDER BY line_no), '\s', '', 'g'), '一過性|一時的|恒常的') AS says_lasting
FROM source_lines
GROUP BY plan_id
