namespace QemuDsl;


/// <summary>A TPM back end (<c>-tpmdev</c>).</summary>
public interface ITpmdev : IReferable;
