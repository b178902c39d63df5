# Succeeds when a directory, and a file in it if there is one, are what a cache may be read from: this user's own, no links, no devices.
#
#   sh -c THIS qemu-dsl DIRECTORY FILE
[ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] || exit 1
[ ! -e "$2" ] && [ ! -L "$2" ] && exit 0
[ -f "$2" ] && [ ! -L "$2" ] && [ -O "$2" ]
