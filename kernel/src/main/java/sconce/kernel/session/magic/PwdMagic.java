package sconce.kernel.session.magic;

import java.util.List;

/// `%pwd`: the folder that magics and shell commands work in.
final class PwdMagic implements Magic {
    @Override
    public List<String> names() { return List.of("pwd"); }

    @Override
    public String usage() { return "%pwd"; }

    @Override
    public String help() { return "the folder that magics and shell commands work in"; }

    @Override
    public String valueType() { return "String"; }

    @Override
    public String run(Call call, Host host) { return host.folder().toString(); }
}
