"""Rules about house style: numbers, percentages, dates, points of the compass."""
