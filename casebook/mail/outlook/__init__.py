"""What Outlook and Exchange make: .msg files and winmail.dat, their properties, and the text inside their RTF."""
