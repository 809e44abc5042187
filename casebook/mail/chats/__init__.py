"""Conversations exported from messengers or pasted: read line by line into stretches, each of them one contact."""
