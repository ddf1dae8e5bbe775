using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace ZStack.Hosting;

// The names of an application's clients. The default client has an empty name.
internal sealed class ClientNames
{
    public const string Section = "ZStack";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public static ClientNames Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(static s => s.ServiceType == typeof(ClientNames) && !s.IsKeyedService)?.ImplementationInstance is ClientNames known)
            return known;
        var names = new ClientNames();
        services.AddSingleton(names);
        return names;
    }

    public static string HttpClient(string name) => name.Length == 0 ? Section : Section + ":" + name;

    // Returns false if the client has been added before.
    public bool Add(string name)
    {
        if (_names.Add(name))
            return true;
        // The keys of a configuration ignore case, so both clients would share one section.
        if (_names.First(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)) is var known && known != name)
            throw new ArgumentException("A ZStack client named '" + known + "' has been added; use a name that differs in more than case.", nameof(name));
        return false;
    }

    public bool Contains(string name) => _names.Contains(name);
}
