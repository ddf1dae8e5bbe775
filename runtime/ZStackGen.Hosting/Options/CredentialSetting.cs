using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStack.Hosting;

// Reads a credential from settings; the keys that are set decide its type. Messages do not contain values.
internal sealed class CredentialSetting
{
    private static readonly Kind[] s_kinds =
    [
        new(["AccountName", "UserName", "Password"], static v => ZStackCredential.User(v[0], v[1], v[2])),
        new(["AccountName", "Password"], static v => ZStackCredential.Password(v[0], v[1])),
        new(["LoginType", "UserName", "Password"], static v => ZStackCredential.Login(v[0], v[1], v[2])),
        new(["LdapUid", "Password"], static v => ZStackCredential.Ldap(v[0], v[1])),
        new(["AccessKeyId", "AccessKeySecret"], static v => ZStackCredential.AccessKey(v[0], v[1])),
        new(["SessionUuid"], static v => ZStackCredential.Session(v[0])),
    ];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Keys => s_kinds.SelectMany(static k => k.Keys).Distinct();

    public bool Take(string key, string text)
    {
        if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            return false;
        // An empty value in a settings file is a placeholder for a value from another source, or for none.
        if (text.Length > 0)
            _values[key] = text;
        return true;
    }

    public ZStackCredential? Read(string path, List<string> faults)
    {
        if (_values.Count == 0)
            return null;
        foreach (Kind kind in s_kinds)
        {
            if (kind.Keys.Length != _values.Count || !kind.Keys.All(_values.ContainsKey))
                continue;
            try
            {
                return kind.Make([.. kind.Keys.Select(k => _values[k])]);
            }
            catch (ArgumentException e)
            {
                faults.Add("Configuration section '" + path.TrimEnd(':') + "': " + e.Message);
                return null;
            }
        }

        string present = string.Join(", ", Keys.Where(_values.ContainsKey).Select(k => "'" + path + k + "'"));
        // The credential with the fewest missing keys is most likely the intended one.
        Kind? near = s_kinds.OrderBy(static k => k.Keys.Length).FirstOrDefault(k => _values.Keys.All(v => k.Keys.Contains(v, StringComparer.OrdinalIgnoreCase)));
        faults.Add(near is not null
            ? "Configuration key '" + path + near.Keys.First(k => !_values.ContainsKey(k)) + "' is missing: " + present + " alone is not a credential."
            : "Configuration keys " + present + " together are not a credential. Set one of: " + string.Join("; ", s_kinds.Select(static k => string.Join(" and ", k.Keys))) + ".");
        return null;
    }

    private sealed class Kind(string[] keys, Func<string[], ZStackCredential> make)
    {
        public string[] Keys { get; } = keys;

        public Func<string[], ZStackCredential> Make { get; } = make;
    }
}
