
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Chooses one of several descriptions: the first English one; otherwise, the first one.</summary>
internal struct DescriptionChoice
{
    private string? _first;
    private string? _english;

    public readonly string? Text => _english ?? _first;

    public void Offer(string? text)
    {
        if (string.IsNullOrEmpty(text) || _english is not null)
            return;
        if (ApiGroup.IsEnglish(text!))
            _english = text;
        _first ??= text;
    }
}
