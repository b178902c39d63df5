# Puts a file that has come whole in its place.
#
#   sh -c THIS qemu-dsl PART MODE PATH
# mv would put it into a directory that is there.
[ ! -d "$3" ] || { echo "it is a directory" >&2; exit 3; }
chmod -- "$2" "$1" && mv -f -- "$1" "$3"
