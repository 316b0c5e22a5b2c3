-- 指数（DI）の前月比と前年同月比：公表した値どうしの差
WITH numbered AS (
  SELECT survey, wave, dimension, place_code, place_label, question, question_label, n, di,
    EXTRACT(YEAR FROM wave) * 12 + EXTRACT(MONTH FROM wave) AS month_number
  FROM {di_by_dimension}
)
SELECT now.survey, now.wave, now.dimension, now.place_code, now.place_label, now.question, now.question_label,
  now.n, now.di, before.n AS n_month_before, ROUND(now.di - before.di, 1) AS change_month,
  year_before.n AS n_year_before, ROUND(now.di - year_before.di, 1) AS change_year
FROM numbered AS now
LEFT JOIN numbered AS before
  ON before.survey = now.survey AND before.dimension = now.dimension AND before.place_code = now.place_code
  AND before.question = now.question AND before.month_number = now.month_number - 1
LEFT JOIN numbered AS year_before
  ON year_before.survey = now.survey AND year_before.dimension = now.dimension
  AND year_before.place_code = now.place_code AND year_before.question = now.question
  AND year_before.month_number = now.month_number - 12
