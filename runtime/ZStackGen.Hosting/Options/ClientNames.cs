using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace ZStack.Hosting;

// The clients of an application; the one without a name is the default.
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

    // False if it is there already.
    public bool Add(string name)
    {
        if (_names.Add(name))
            return true;
        // One section of the configuration would be both clients', but only the first would be there.
        if (_names.First(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)) is var known && known != name)
            throw new ArgumentException("A ZStack client is added as '" + known + "' already; names have to differ in more than upper and lower case.", nameof(name));
        return false;
    }

    public bool Contains(string name) => _names.Contains(name);
}
