namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>A 64-bit FNV-1a hash of texts. The result is the same on every machine and in every run.</summary>
internal struct SignatureHash
{
    private const ulong Prime = 1099511628211;

    private ulong _value;

    public SignatureHash()
    {
        _value = 14695981039346656037;
    }

    public readonly ulong Value => _value;

    public void Add(int number) => Mix(unchecked((uint)number));

    public void Add(ulong number)
    {
        Mix(unchecked((uint)number));
        Mix((uint)(number >> 32));
    }

    public void Add(string? text)
    {
        if (text is null)
        {
            Mix(0xFFFF_FFFF);
            return;
        }

        foreach (char c in text)
            Mix(c);
        Mix(0x1_0000u + (uint)text.Length);
    }

    private void Mix(uint unit) => _value = unchecked((_value ^ unit) * Prime);
}
