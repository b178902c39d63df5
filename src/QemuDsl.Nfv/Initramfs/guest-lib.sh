# What both programs of a guest on the host's root need; each reads it in the directory where what it needs to know is.

# Nothing follows: the owner, who reads this, ends the VM, or it powers itself off.
finish() {
    printf '\n@@%s %s\n' "$nonce" "$*"
    sleep 10
    echo o >/proc/sysrq-trigger
    while :; do sleep 60; done
}
fail() { finish "failed $*"; }

# Sets text to what the word $1 stands for; the dot keeps line feeds at its end.
decode() {
    text=$(printf '%b.' "$1")
    text=${text%.}
}

read -r nonce <nonce
