namespace QemuDsl.Runtime;

/// <summary>What came over the QMP channel is no QMP: too long, too deep, no JSON, no greeting. The connection is given up.</summary>
public sealed class QmpProtocolException(string problem, string evidence, Exception? innerException = null)
    : QemuException($"The QMP channel is broken: {problem}. It began with: {Evidence.Printable(evidence)}", innerException);
