# Puts a file that has come whole in its place.
#
#   sh -c THIS qemu-dsl PART MODE PATH
chmod "$2" "$1" && mv -f "$1" "$3"
