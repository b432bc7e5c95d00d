"""What a claim's words say apart from the claim itself: quantities, dates, names, and how it is put.

Each topic is a module with one public function, text in, values with code point offsets out. The words a
topic knows for Chinese and English stand in `tables/` as data.
"""
