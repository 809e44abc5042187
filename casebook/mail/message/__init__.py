"""One message: its bytes read into parts, headers, words and attachments; nothing here knows where they came from."""
