using System.Globalization;
using System.Text;

namespace QemuDsl.Benchmarks.Rendering;

/// <summary>The rival: the same list as somebody would write it by hand with a <see cref="StringBuilder"/>.</summary>
internal static class HandWritten
{
    public static List<string> Arguments(VhostUserInput input)
    {
        var arguments = new List<string>();
        var text = new StringBuilder();
        Add(arguments, "-machine", text.Append("pc").Append(",mem-merge=off").Append(",usb=off"));
        arguments.Add("-nodefaults");
        arguments.Add("-no-user-config");
        Add(arguments, "-display", text.Append("none"));
        Add(arguments, "-accel", text.Append("tcg"));
        Add(arguments, "-name", text.Append("guest=").Append(input.Name).Append(",debug-threads=on"));
        Add(arguments, "-smp", text.Append("cpus=").Append(input.Cpus).Append(",sockets=1,cores=").Append(input.Cpus).Append(",threads=1"));
        Add(arguments, "-m", text.Append("size=").Append(input.MemoryGiB).Append('G'));
        Add(arguments, "-object", text.Append("memory-backend-file,id=mem0,mem-path=").Append(input.HugePages).Append(",size=").Append(input.MemoryGiB).Append("G,share=on"));
        Add(arguments, "-numa", text.Append("node,memdev=mem0"));
        arguments.AddRange(["-kernel", input.Kernel, "-initrd", input.Initrd, "-append", input.Append]);
        Add(arguments, "-chardev", text.Append("file,id=chardev0,path=").Append(input.SerialLog));
        Add(arguments, "-device", text.Append("isa-serial,id=dev0,chardev=chardev0,index=0"));
        Add(arguments, "-object", text.Append("rng-builtin,id=rng0"));
        Add(arguments, "-device", text.Append("virtio-rng-pci,id=dev1,rng=rng0,addr=2.0"));
        arguments.Add("-no-reboot");
        for (var card = 0; card < input.Sockets.Count; card++)
        {
            Card(arguments, text, input, card);
        }

        return arguments;
    }

    private static void Card(List<string> arguments, StringBuilder text, VhostUserInput input, int card)
    {
        Add(arguments, "-chardev", text.Append("socket,id=chardev").Append(card + 1).Append(",path=").Append(input.Sockets[card]).Append(",server=on"));
        Add(arguments, "-netdev", text.Append("vhost-user,id=netdev").Append(card).Append(",chardev=chardev").Append(card + 1).Append(",queues=1"));
        text.Append("virtio-net-pci,id=dev").Append(card + 2).Append(",netdev=netdev").Append(card);
        text.Append(",mac=").Append(input.Macs[card]).Append(",mq=on,rx_queue_size=1024,tx_queue_size=1024");
        text.Append(",csum=off,gso=off,guest_tso4=off,guest_tso6=off,guest_ecn=off,vectors=4");
        text.Append(",addr=").Append((6 + card).ToString("x", CultureInfo.InvariantCulture)).Append(".0");
        Add(arguments, "-device", text);
    }

    private static void Add(List<string> arguments, string option, StringBuilder text)
    {
        arguments.Add(option);
        arguments.Add(text.ToString());
        text.Clear();
    }
}
