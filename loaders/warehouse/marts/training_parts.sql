-- Grain: breakdown of an institute in a fiscal year. course: its name; whole: the institute whose number holds it.
SELECT
  part.plan_id,
  part.item_no,
  part.kind,
  whole.course AS whole,
  part.course,
  part.fiscal_year,
  part.training_no,
  part.participants,
  part.participants_figure_no
FROM trainings AS part
JOIN trainings AS whole
  ON whole.plan_id = part.plan_id
  AND whole.item_no = part.item_no
  AND whole.fiscal_year = part.fiscal_year
  AND whole.training_no = part.part_of
ORDER BY part.plan_id, part.item_no, part.fiscal_year, part.training_no
