mc alias remove '<profile>'
