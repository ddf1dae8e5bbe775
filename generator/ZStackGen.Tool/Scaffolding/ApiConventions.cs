using System;
using System.Text;

namespace ZStackGen.Tool.Scaffolding;

/// <summary>
/// The request of an API as derived from its name, by ZStack's conventions. For the 558 APIs with published requests, the method is
/// right for 94 of 100. Paths are less regular, so the tool always reports a derived request.
/// </summary>
/// <param name="Verb">The name's first word.</param>
/// <param name="Resource">The resource, such as <c>VmInstance</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
internal sealed record ApiConventions(string Verb, string Resource, string Method, string Path)
{
    /// <summary>Derives the request from the API's name.</summary>
    /// <param name="name">The name of the API.</param>
    /// <param name="knownRoute">The route of the resource, such as <c>/v1/vm-instances</c>; <see langword="null"/> to derive it, too.</param>
    public static ApiConventions Of(string name, string? knownRoute = null)
    {
        string verb = FirstWord(name);
        string rest = name[verb.Length..];
        if (rest.Length == 0)
            return new ApiConventions(verb, name, "PUT", $"/v1/{Kebab(name)}/actions");
        // Attaches a resource to another one: AttachL3NetworkToVm, DetachIsoFromVmInstance.
        string? link = verb switch { "Attach" => "To", "Detach" => "From", _ => null };
        if (link is not null && WordIndex(rest, link) is var at and > 0 && at + link.Length < rest.Length)
        {
            string part = rest[..at], owner = rest[(at + link.Length)..];
            return new ApiConventions(verb, owner, verb == "Attach" ? "POST" : "DELETE", $"/v1/{Route(owner)}/{{{Variable(owner)}}}/{Route(part)}/{{{Variable(part)}}}");
        }

        string resource = verb == "Change" && rest.EndsWith("State", StringComparison.Ordinal) && rest.Length > 5 ? rest[..^5] : rest;
        string route = knownRoute ?? $"/v1/{Route(resource)}";
        return verb switch
        {
            "Query" or "Get" or "List" or "Check" or "Is" => new ApiConventions(verb, resource, "GET", route),
            "Create" or "Add" or "Register" or "Import" or "Submit" => new ApiConventions(verb, resource, "POST", route),
            "Delete" or "Destroy" or "Remove" => new ApiConventions(verb, resource, "DELETE", route + "/{uuid}"),
            _ => new ApiConventions(verb, resource, "PUT", route + "/{uuid}/actions"),
        };
    }

    /// <summary>Returns the structure that describes the resource in the response.</summary>
    public string Inventory => Resource switch
    {
        "Vm" => "VmInstanceInventory",
        "DataVolume" or "RootVolume" => "VolumeInventory",
        _ => Resource + "Inventory",
    };

    /// <summary>Returns the name with a lowercase first letter, as in the wrapper of a PUT (PROTOCOL.md §1.2).</summary>
    public static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Variable(string resource) => LowerFirst(resource) + "Uuid";

    private static string FirstWord(string name)
    {
        int end = 1;
        while (end < name.Length && !char.IsAsciiLetterUpper(name[end]))
            end++;
        return name[..end];
    }

    // Matches only at the start of a word: the "To" of AttachIsoToVm, not that of "Tools".
    private static int WordIndex(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if (at > 0 && end < text.Length && char.IsAsciiLetterUpper(text[end]))
                return at;
        }

        return -1;
    }

    private static string Route(string resource) => resource switch
    {
        "Vm" => "vm-instances",
        "DataVolume" or "RootVolume" => "volumes",
        "KVMHost" => "hosts",
        "LongJob" => "longjobs",
        _ => Plural(Kebab(resource)),
    };

    private static string Plural(string word)
    {
        if (word.EndsWith("storage", StringComparison.Ordinal))
            return word;
        if (word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
            return word[..^1] + "ies";
        bool hisses = word[^1] is 's' or 'x' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);
        return word + (hisses ? "es" : "s");
    }

    // L3Network -> l3-network, KVMHost -> kvm-host, VmNic -> vm-nic
    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool isWordStart = i > 0 && char.IsAsciiLetterUpper(name[i])
                && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (isWordStart)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }
}
