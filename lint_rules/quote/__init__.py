"""Rules about quotations: their marks, speakers and brackets."""
