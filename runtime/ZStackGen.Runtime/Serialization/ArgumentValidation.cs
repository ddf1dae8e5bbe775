using System;
using System.Collections.Generic;

namespace ZStack;

// The state of validating the arguments of one call. Missing arguments are reported at the end: if a system tag states that the arguments are
// encrypted, the server requires none of them (PROTOCOL.md §7.1).
internal sealed class ArgumentValidation
{
    private const string Tags = "systemTags";
    private const string EncryptedTag = "encryptionParam::";

    private ArgumentException? _missing;
    private bool _isEncrypted;

    public bool IsOn { get; private set; }

    public void Begin(bool isOn)
    {
        IsOn = isOn;
        _missing = null;
        _isEncrypted = false;
    }

    public void Missing(ArgumentException fault) => _missing ??= fault;

    public void SeeList(string? name, ReadOnlySpan<byte> utf8Name, IReadOnlyList<string> values)
    {
        if (name is null ? !utf8Name.SequenceEqual("systemTags"u8) : name != Tags)
            return;
        for (int i = 0; i < values.Count; i++)
            _isEncrypted |= values[i] is { } tag && tag.StartsWith(EncryptedTag, StringComparison.Ordinal);
    }

    public void End()
    {
        if (_missing is { } fault && IsOn && !_isEncrypted)
            throw fault;
    }
}
