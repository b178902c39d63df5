namespace QemuDsl.Displays;

/// <summary>Keys that let go of mouse and keyboard.</summary>
[OptionEnum]
public enum SdlGrabMod
{
    /// <summary>Left ctrl and left alt.</summary>
    LctrlLalt,

    /// <summary>Left shift, left ctrl and left alt.</summary>
    LshiftLctrlLalt,

    /// <summary>Right ctrl.</summary>
    Rctrl,
}
