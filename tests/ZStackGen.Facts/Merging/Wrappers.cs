using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>The member of a body that contains the arguments.</summary>
internal static class Wrappers
{
    /// <summary>Returns the wrapper of an action of the SDK.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="api">The action.</param>
    /// <returns>The wrapper; <see langword="null"/> for an API without a body.</returns>
    public static string? Of(FactsFolder facts, SdkApi api)
    {
        if (api.Method is not ("POST" or "PUT"))
            return null;
        // sdk-apis.json omits two unusual wrappers: the empty string and the word null. Both are sent unchanged.
        return api.Wrapper ?? (facts.Open.TryGetValue(api.Name, out OpenApi? open) ? open.Sdk?.Wrapper : null) ?? "";
    }

    /// <summary>Returns the wrapper of an API that only the manual contains. The default is the usual one.</summary>
    public static string? Of(ManualApi section) => section.Method switch
    {
        "POST" => section.Wrapper ?? "params",
        "PUT" => section.Wrapper ?? char.ToLowerInvariant(section.Name[0]) + section.Name[1..],
        _ => null,
    };
}
