"""What a mail itself can show of who sent it: its server's word, its signatures, the firm's code."""
