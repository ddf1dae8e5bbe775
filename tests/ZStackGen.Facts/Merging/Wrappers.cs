using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>The member of a body that holds the arguments.</summary>
internal static class Wrappers
{
    /// <summary>The wrapper of an action of the SDK.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="api">The action.</param>
    /// <returns>The wrapper; <see langword="null"/> for an API without a body.</returns>
    public static string? Of(FactsFolder facts, SdkApi api)
    {
        if (api.Method is not ("POST" or "PUT"))
            return null;
        // sdk-apis.json leaves out the two wrappers that look like none: the empty text and the word null. Both are sent as they are.
        return api.Wrapper ?? (facts.Open.TryGetValue(api.Name, out OpenApi? open) ? open.Sdk?.Wrapper : null) ?? "";
    }

    /// <summary>The wrapper of an API that only the manual has; where it shows none, the usual one.</summary>
    public static string? Of(ManualApi section) => section.Method switch
    {
        "POST" => section.Wrapper ?? "params",
        "PUT" => section.Wrapper ?? char.ToLowerInvariant(section.Name[0]) + section.Name[1..],
        _ => null,
    };
}
