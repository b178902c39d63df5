using System.Buffers.Binary;

namespace QemuDsl.Nfv;

/// <summary>Looks into programs (elf(5)).</summary>
internal static class ElfProgram
{
    private const uint Interpreter = 3;

    /// <summary>Whether it is a 64-bit program that runs without a dynamic loader.</summary>
    public static bool IsStatic(ReadOnlySpan<byte> file)
    {
        if (file.Length < 64 || !file.StartsWith("\u007fELF"u8) || file[4] != 2 || file[5] != 1)
        {
            return false;
        }

        var (table, size, count) = (BinaryPrimitives.ReadUInt64LittleEndian(file[32..]), BinaryPrimitives.ReadUInt16LittleEndian(file[54..]), BinaryPrimitives.ReadUInt16LittleEndian(file[56..]));
        for (var index = 0; index < count; index++)
        {
            var offset = table + (ulong)(index * size);
            if (offset + 4 > (ulong)file.Length || BinaryPrimitives.ReadUInt32LittleEndian(file[(int)offset..]) == Interpreter)
            {
                return false;
            }
        }

        return count > 0;
    }
}
